"""Who may read which row, by what it is about; `policy.READ` names the rule of each table."""
