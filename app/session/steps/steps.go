// Package steps is the heavy parts of an import: functions of values that can be written as bytes (a project as its file),
// without any other effect. So another program than the page's can do them.
package steps

import (
	"context"
	"fmt"

	"spanwise/annotations"
	"spanwise/annotations/anchor"
	"spanwise/annotations/format"
	"spanwise/annotations/intake"
	"spanwise/annotations/merge"
)

// Steps do the heavy parts of an import. Work that takes its time calls the pace, and ends early with ctx's error when ctx
// does.
type Steps interface {
	// Read reads a file.
	Read(ctx context.Context, codec format.Codec, data []byte, options format.Options, pace annotations.Pace) (format.Reading, error)
	// Plan plans the merging of files, one after the other.
	Plan(ctx context.Context, into *annotations.Project, files []intake.Source, pace annotations.Pace) ([]intake.Plan, error)
	// Compare finds the texts of a file that are other versions of texts here, and where their spans would be on those.
	Compare(ctx context.Context, into, file *annotations.Project, pace annotations.Pace) ([]*ChangedText, error)
	// Place puts the spans of a file on the texts that are here, as it was chosen, and says what it did. Its texts become
	// those that are here, so that whoever takes the file in finds them the same.
	Place(ctx context.Context, file *annotations.Project, texts []*ChangedText, pace annotations.Pace) (*annotations.Project, []annotations.Message, error)
}

// Here does the steps in this program.
var Here Steps = &here{}

type here struct{}

func (*here) Read(_ context.Context, codec format.Codec, data []byte, options format.Options, pace annotations.Pace) (format.Reading, error) {
	return codec.Read(data, options, pace)
}

func (*here) Plan(_ context.Context, into *annotations.Project, files []intake.Source, pace annotations.Pace) ([]intake.Plan, error) {
	plans, _, err := merge.NewPlans(into, files, pace)
	return plans, err
}

func (*here) Compare(_ context.Context, into, file *annotations.Project, pace annotations.Pace) ([]*ChangedText, error) {
	pairs, err := anchor.Pairs(into, file, pace.Part(0, 0.5))
	if err != nil {
		return nil, err
	}
	var list []*ChangedText
	for i, pair := range pairs {
		compared, err := pair.Compare(file, pace.Part(0.5, 1).Nth(i, len(pairs)))
		if err != nil {
			return nil, err
		}
		list = append(list, NewChangedText(compared, pair.Here))
	}
	return list, nil
}

func (*here) Place(_ context.Context, file *annotations.Project, texts []*ChangedText, pace annotations.Pace) (*annotations.Project, []annotations.Message, error) {
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
