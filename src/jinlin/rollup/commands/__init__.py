"""The verbs that hand figures up; the noun `report` names those of the branch in its own table."""
