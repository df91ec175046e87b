package kit

import (
	"fmt"
	"strconv"
)

// LaneClass is the class of a run that shows a label in an underline lane.
func LaneClass(lane, label int) string {
	return "lane-" + strconv.Itoa(lane) + "-" + strconv.Itoa(label)
}

// theirLanes is how many lines are drawn over one run for the spans of another
// annotator. Those that lie deeper are named on hover and in their list.
const theirLanes = 2

// TheirClass is the class of a run that shows another's label in a line over the
// words.
func TheirClass(lane, label int) string {
	return "theirs-" + strconv.Itoa(lane) + "-" + strconv.Itoa(label)
}

// dots is the picture of the line of a label of another annotator's. All are
// dotted: what tells their labels apart besides the colour is their name on hover
// and in the list.
func dots(label int) string {
	return fmt.Sprintf("repeating-linear-gradient(90deg,%s 0 2px,transparent 2px 4px)", InkVariable(label))
}
