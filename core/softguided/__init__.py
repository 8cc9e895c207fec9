"""The network of "Soft-Guided Open-Vocabulary Semantic Segmentation of Remote Sensing Images" (TGRS 2025).

One module of the paper's figure a file: compensation (training only), rs_bias, collaboration, cost_volume,
aggregation, decoder; network puts them together.
"""
