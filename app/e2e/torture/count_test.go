package torture

import (
	"fmt"
	"slices"
	"strings"
)

// count is what a torture has done.
type count struct {
	moments         map[moment]int // how often a process was killed then
	steps, acked    int            // that programs have begun to make, and that were acknowledged
	compacted, amid int            // how often the journal was shortened, and a process killed amid that
}

// add counts what a program did until it was killed.
func (c *count) add(t told) {
	c.steps += t.making
	c.acked += t.acked
	c.compacted += t.compacted
	c.amid += t.compacting - t.compacted
}

// String says it.
func (c *count) String() string {
	var kills []string
	for m, n := range c.moments {
		kills = append(kills, fmt.Sprintf("%d while %s", n, m))
	}
	slices.Sort(kills)
	return fmt.Sprintf("%d steps, of which %d were acknowledged; killed %s; the journal was shortened %d times, and %d processes were killed amid that",
		c.steps, c.acked, strings.Join(kills, ", "), c.compacted, c.amid)
}
