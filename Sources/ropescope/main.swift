print("ropescope")
