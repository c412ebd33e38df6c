"""How each event moves a lesson. These functions never refuse: what has happened has happened."""
