package annotations

// TagsToDo counts the values that tags lack and that their attributes require.
// Nothing of it is an error.
func TagsToDo(scheme *Scheme, tags []Tag) (count int) {
	for _, t := range tags {
		label, _ := scheme.Tag(t.Label)
		for i := range label.Attributes {
			a := &label.Attributes[i]
			if _, said := ValueOf(t.Values, a.ID); a.Required && !said {
				count++
			}
		}
	}
	return count
}
