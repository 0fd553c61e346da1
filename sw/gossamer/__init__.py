"""From a PyTorch model to a small, exact, sparse accelerator on an open-source FPGA board."""
