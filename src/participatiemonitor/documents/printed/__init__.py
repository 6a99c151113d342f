"""What documents printed in their tables and sentences, cell by cell, and whether it adds up."""
