"""What each part of the network is worth: the same training with and without it, several times, judged alike."""
