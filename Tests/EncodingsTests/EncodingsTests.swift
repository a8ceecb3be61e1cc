// EncodingsTests
