"""The host link in hardware: UART, CRC, framer, deframer and the exactly-once window."""
