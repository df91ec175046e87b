package spanwise

import (
	"errors"

	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/corpus/ingest"
	"spanwise/corpus/ingest/sniff"
)

// Codec is the package as the registry of formats knows it. It reads files in UTF-16, too, and writes all of a project.
var Codec format.Codec = &codec{}

// Fitting is Codec for who has nothing to do with files that do not fit: they are a *format.MisfitError, and none is repaired.
var Fitting format.Codec = &fitting{}

type codec struct{ common }

func (*codec) Read(data []byte, options format.Options, pace annotations.Pace) (r format.Reading, err error) {
	read := Read
	if options.Repair {
		read = ReadRepaired
	}
	r.Project, r.Notes, err = read(ingest.UTF8(data), pace)
	return r, err
}

type fitting struct{ common }

func (*fitting) Read(data []byte, options format.Options, pace annotations.Pace) (r format.Reading, err error) {
	if options.Repair {
		return r, errors.New("spanwise: nothing is repaired here")
	}
	r.Project, r.Notes, err = ReadFitting(ingest.UTF8(data), pace)
	return r, err
}

// common is what is the same with files that do not fit as without.
type common struct{}

func (common) About() format.About {
	return format.About{ID: formatName, Name: "a Spanwise project", Endings: []string{"json"}, MediaType: "application/json", Unit: format.CodePoints}
}

func (common) Sure(file *sniff.Sample) sniff.Certainty { return file.Is(sniff.Spanwise) }

func (common) Losses(*annotations.Project, annotations.Pace) ([]format.Loss, error) { return nil, nil }

func (common) Write(p *annotations.Project, pace annotations.Pace) ([]byte, error) {
	return Write(p, pace)
}
