"""What is told of a register: functions of told cells, and of nothing else."""
