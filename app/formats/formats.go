// Package formats is the list of the formats that the page knows, and writes. A new one has its package below
// annotations/format, its line here and its line in the list of the second program (app/worker/program), which reads what
// the page does not.
package formats

import (
	"spanwise/annotations/format"
	"spanwise/annotations/format/spanwise"
)

// All are the formats. Of two that are as sure of a file the first has it.
var All = format.NewRegistry(
	Own,
)

// Own is the format in which a whole project is handed on. The page reads what fits; the second program does what there is to
// do with the rest.
var Own = spanwise.Fitting
