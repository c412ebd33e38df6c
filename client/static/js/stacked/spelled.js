// What a two-dimensional field holds, as the line that one would have typed, and back.

const WORDS = { cdot: "*", times: "*", ast: "*", div: "÷", le: "≤", leq: "≤", ge: "≥", geq: "≥", lt: "<", gt: ">", ne: "≠", neq: "≠", pm: "±", pi: "π", lbrace: "{", rbrace: "}", lvert: "|", rvert: "|", vert: "|", circ: "°", degree: "°" };
const SPACES = ["left", "right", "mleft", "mright", "displaystyle", "placeholder", ",", ";", ":", "!", " "];
const SIMPLE = /^(\d+|[a-z])$/i;
const TOKEN = /\\([a-zA-Z]+|.)|[{}]|[^\\{}]/y;

/** LaTeX as MathLive writes it, as a line of text; what nobody has filled in yet is left out. */
export function asLine(latex) {
  return new Reader(latex).until("").trim();
}

class Reader {
  constructor(latex) {
    this.tokens = [];
    TOKEN.lastIndex = 0;
    for (let found; (found = TOKEN.exec(latex)); ) this.tokens.push(found);
    this.i = 0;
  }

  until(end) {
    let text = "";
    while (this.i < this.tokens.length && this.tokens[this.i][0] !== end) text = this.next(text);
    this.i += 1;
    return text;
  }

  /** What stands in the next braces, or the next sign alone. */
  group() {
    if (this.i >= this.tokens.length) return "";
    if (this.tokens[this.i][0] !== "{") return this.next("");
    this.i += 1;
    return this.until("}");
  }

  /** The text with the next thing behind it. */
  next(text) {
    const [sign, command] = this.tokens[this.i++];
    if (sign === "{") return text + this.until("}");
    if (sign === "^") return `${text}^${bracketed(this.group())}`;
    if (command === "placeholder") return this.group() && text;
    if (command === "frac" || command === "dfrac" || command === "tfrac") return fraction(text, this.group(), this.group(), this.follows());
    if (command === "sqrt") return `${text}sqrt(${this.group()})`;
    if (command === undefined) return text + sign;
    return SPACES.includes(command) ? text : text + (WORDS[command] ?? command);
  }

  /** Does something follow that would be taken into a denominator? */
  follows() {
    const sign = this.tokens[this.i]?.[0] ?? "";
    return /^([\w(^]|\\(sqrt|frac|left|pi))/.test(sign);
  }
}

/** A fraction behind a text: with whole numbers behind a whole number a mixed number, elsewhere bracketed where it has to be. */
function fraction(text, above, below, isFollowed) {
  const written = `${bracketed(above)}/${bracketed(below)}`;
  if (/\d$/.test(text) && /^\d+\/\d+$/.test(written) && !isFollowed) return `${text} ${written}`;
  return isFollowed || /[\w)]$/.test(text) ? `${text}(${written})` : text + written;
}

function bracketed(text) {
  return SIMPLE.test(text) ? text : `(${text})`;
}

/** A line of text as LaTeX for the field: its fractions and mixed numbers stacked, its exponents raised. */
export function asLatex(line) {
  return line
    .replace(/(?:(\d+) +)?(\d+|[a-z]|\([^()]*\))\/(\d+|[a-z]|\([^()]*\))/gi, (_, whole, above, below) => `${whole ?? ""}\\frac{${bare(above)}}{${bare(below)}}`)
    .replace(/sqrt\(([^()]*)\)/g, "\\sqrt{$1}")
    .replace(/\^(-?\d+|[a-z]|\([^()]*\))/gi, (_, above) => `^{${bare(above)}}`)
    .replace(/\*/g, "\\cdot ")
    .replace(/ ?(<=|≤) ?/g, "\\le ")
    .replace(/ ?(>=|≥) ?/g, "\\ge ");
}

function bare(text) {
  return text.replace(/^\(|\)$/g, "");
}
