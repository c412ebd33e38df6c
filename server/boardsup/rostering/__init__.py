"""Class lists from elsewhere: a pasted column, a spreadsheet, OneRoster, Clever; read within bounds, and merged."""
