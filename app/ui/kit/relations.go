package kit

import "spanwise/annotations"

// RelationCount is how many relations a span has.
func RelationCount(project *annotations.Project, annotator string, at annotations.Place) int {
	n := 0
	if project.RelationCount() > 0 {
		for range project.RelationsOf(annotator, at) {
			n++
		}
	}
	return n
}
