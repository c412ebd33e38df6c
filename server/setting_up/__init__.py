"""What has to happen on a machine before this project can run there. Standard library alone."""
