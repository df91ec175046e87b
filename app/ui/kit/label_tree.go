package kit

import "spanwise/annotations"

// Branch is a label among others that stand in groups: its index in the scheme,
// and how many groups it stands in.
type Branch struct{ Index, Depth int }

// LabelTree puts each label before those of its group, and else keeps the
// scheme's order. Parents that are not there or go in a circle count as none.
func LabelTree(labels []annotations.Label) []Branch {
	known := make(map[string]bool, len(labels))
	for _, l := range labels {
		known[l.ID] = true
	}
	groups := map[string][]int{}
	for i, l := range labels {
		parent := l.Parent
		if !known[parent] {
			parent = ""
		}
		groups[parent] = append(groups[parent], i)
	}
	tree := make([]Branch, 0, len(labels))
	placed := make([]bool, len(labels))
	var place func(i, depth int)
	place = func(i, depth int) {
		if placed[i] {
			return
		}
		placed[i] = true
		tree = append(tree, Branch{i, depth})
		if labels[i].ID != "" {
			for _, child := range groups[labels[i].ID] {
				place(child, depth+1)
			}
		}
	}
	for _, i := range groups[""] {
		place(i, 0)
	}
	for i := range labels {
		place(i, 0)
	}
	return tree
}

// DepthsOf says of each label how many groups it stands in.
func DepthsOf(labels []annotations.Label) []int {
	depths := make([]int, len(labels))
	for _, b := range LabelTree(labels) {
		depths[b.Index] = b.Depth
	}
	return depths
}
