"""What outlives the process; see README.md. Every table is known as soon as anything here is imported."""

from boardsup.store import item_tables, owning, program_tables

__all__ = ["item_tables", "owning", "program_tables"]
