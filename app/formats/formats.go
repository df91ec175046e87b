// Package formats is the list of the formats that the program reads and writes. A new one has its package below
// annotations/format, and its line here.
package formats

import (
	"spanwise/annotations/format"
	"spanwise/annotations/format/spanwise"
)

// All are the formats. Of two that are as sure of a file the first has it.
var All = format.NewRegistry(
	Own,
)

// Own is the format in which a whole project is handed on.
var Own = spanwise.Codec
