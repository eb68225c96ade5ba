"""What kind of statement a sentence makes: its verbs, its clauses, its mood, its subject, its matter."""
