// Package direct does the steps in the program that it is built into.
package direct

import (
	"context"
	"fmt"

	"spanwise/annotations"
	"spanwise/annotations/anchor"
	"spanwise/annotations/format"
	"spanwise/annotations/intake"
	"spanwise/annotations/merge"
	"spanwise/app/session/steps"
	"spanwise/corpus"
)

// New returns the steps, which read files of the formats given.
func New(formats *format.Registry) steps.Steps { return direct{formats} }

type direct struct{ formats *format.Registry }

func (d direct) Read(_ context.Context, id string, data []byte, options format.Options, pace annotations.Pace) (format.Reading, error) {
	codec, known := d.formats.Codec(id)
	if !known {
		return format.Reading{}, fmt.Errorf("the format %q is unknown", id)
	}
	return codec.Read(data, options, pace)
}

func (direct) Plan(_ context.Context, into *annotations.Project, files []intake.Source, edits bool, pace annotations.Pace) ([]intake.Plan, error) {
	plans, _, err := merge.NewPlans(into, files, pace)
	if !edits {
		for i := range plans {
			plans[i].Edit.Edits = nil
		}
	}
	return plans, err
}

func (direct) Compare(_ context.Context, into, file *annotations.Project, pace annotations.Pace) ([]*steps.ChangedText, error) {
	pairs, err := anchor.Pairs(into, file, pace.Part(0, 0.5))
	if err != nil {
		return nil, err
	}
	var list []*steps.ChangedText
	for i, pair := range pairs {
		compared, err := pair.Compare(file, pace.Part(0.5, 1).Nth(i, len(pairs)))
		if err != nil {
			return nil, err
		}
		list = append(list, steps.NewChangedText(compared, pair.Here))
	}
	return list, nil
}

func (direct) CompareText(_ context.Context, p *annotations.Project, id string, text *corpus.Document, pace annotations.Pace) (*intake.Comparison, error) {
	return anchor.Compare(p, id, text, pace)
}

func (direct) Forget() {}
