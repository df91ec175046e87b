package kit

import (
	"slices"
	"strconv"

	"spanwise/annotations"
)

// LabelClass is the class by which a label's colour is drawn, by its index in the scheme.
func LabelClass(index int) string { return "label-" + strconv.Itoa(index) }

// DepthClass is the class of a label that stands in so many groups.
func DepthClass(depth int) string { return "depth-" + strconv.Itoa(min(depth, 2)) }

// LabelIndex is a label's place in a scheme, or -1.
func LabelIndex(scheme *annotations.Scheme, id string) int {
	return slices.IndexFunc(scheme.Labels, func(l annotations.Label) bool { return l.ID == id })
}

// LabelName is a label's name, or its ID where the scheme lacks it.
func LabelName(scheme *annotations.Scheme, id string) string {
	if l, ok := scheme.Label(id); ok {
		return l.Name
	}
	return id
}
