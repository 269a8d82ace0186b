"""Mock work (模擬業務): practice for a first order; its results go to no client."""
