package spanwise

import (
	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/corpus/ingest"
	"spanwise/corpus/ingest/sniff"
)

// Codec is the package as the registry of formats knows it. It reads files in UTF-16, too, and writes all of a project.
var Codec format.Codec = &codec{}

type codec struct{}

func (*codec) About() format.About {
	return format.About{ID: formatName, Name: "a Spanwise project", Endings: []string{"json"}, MediaType: "application/json", Unit: format.CodePoints}
}

func (*codec) Sure(file *sniff.Sample) sniff.Certainty { return file.Is(sniff.Spanwise) }

func (*codec) Read(data []byte, options format.Options, pace annotations.Pace) (r format.Reading, err error) {
	read := Read
	if options.Repair {
		read = ReadRepaired
	}
	r.Project, r.Notes, err = read(ingest.UTF8(data), pace)
	return r, err
}

func (*codec) Losses(*annotations.Project, annotations.Pace) ([]format.Loss, error) { return nil, nil }

func (*codec) Write(p *annotations.Project, pace annotations.Pace) ([]byte, error) {
	return Write(p, pace)
}
