package program

import (
	"spanwise/annotations/format"
	"spanwise/annotations/format/spanwise"
)

// Formats are the formats that the second program reads: those of the page (app/formats), all that there is to read.
var Formats = format.NewRegistry(
	spanwise.Codec,
)
