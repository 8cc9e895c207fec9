"""Training: recipe, words, samples, losses and the loop that turns labelled pictures into a model."""
