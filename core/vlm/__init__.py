"""Dual encoders: image towers with dense features, text towers, checkpoints and the zoo."""
