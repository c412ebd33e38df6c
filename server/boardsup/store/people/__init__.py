"""People with accounts: who they are, where they are signed in, and which classes are theirs."""
