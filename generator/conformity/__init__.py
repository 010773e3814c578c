"""Others' Word files against the layout (GB/T 9704-2012): what deviates from it, and a copy in which it is mended."""
