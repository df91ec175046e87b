package steps

import (
	"fmt"

	"spanwise/annotations"
)

// Place puts the spans of a file on the texts that are here, as it was chosen, and says what it did. Its texts become those
// that are here, so that whoever takes the file in finds them the same.
func Place(file *annotations.Project, texts []*ChangedText, pace annotations.Pace) (*annotations.Project, []annotations.Message, error) {
	var said []annotations.Message
	for i, c := range texts {
		if c.Apart {
			continue
		}
		c = c.in(file) // what was placed before has changed it
		choice := c.Choice()
		edit, err := c.Edit(choice)
		if err != nil {
			return nil, nil, err
		}
		if file, _, err = annotations.Apply(edit, file, pace.Nth(i, len(texts))); err != nil {
			return nil, nil, fmt.Errorf("place the spans of “%s”: %w", c.Old.Title, err)
		}
		said = append(said, c.Placed(choice))
	}
	return file, said, nil
}
