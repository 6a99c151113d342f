"""What is published of the demand: tables, figures and sentences."""
