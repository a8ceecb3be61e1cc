// ExportTests
