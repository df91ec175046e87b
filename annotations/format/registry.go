package format

import (
	"fmt"
	"slices"
	"strings"

	"spanwise/corpus/ingest/sniff"
)

// Registry is the codecs that a program has.
type Registry struct{ codecs []Codec }

// NewRegistry lists codecs; of two that are as sure of a file the first counts. It panics where one has no ID or that of
// another, which is a fault of the program.
func NewRegistry(codecs ...Codec) *Registry {
	r := &Registry{}
	for _, c := range codecs {
		id := c.About().ID
		if _, taken := r.Codec(id); taken || id == "" {
			panic(fmt.Sprintf("format: two codecs have the ID %q, or one has none", id))
		}
		r.codecs = append(r.codecs, c)
	}
	return r
}

// Codecs are all of them, in their order.
func (r *Registry) Codecs() []Codec { return slices.Clone(r.codecs) }

// Codec is the one of an ID.
func (r *Registry) Codec(id string) (Codec, bool) {
	for _, c := range r.codecs {
		if c.About().ID == id {
			return c, true
		}
	}
	return nil, false
}

// Accept is the files that a person is offered to choose from, as the accept attribute of a file input has it.
func (r *Registry) Accept() string {
	all := ""
	for _, c := range r.codecs {
		about := c.About()
		all += about.MediaType + ",." + strings.Join(about.Endings, ",.") + ","
	}
	return strings.TrimSuffix(all, ",")
}

// Guess is what a file is: one of a codec's, or else what it seems to be.
type Guess struct {
	Codec Codec // nil where no codec knows the file
	Kind  sniff.Kind
}

// Recognise finds the codec whose file some bytes are. They decide, and their name, which may be "", only where a codec is
// in two minds. A codec has to be as sure of it as package sniff is that it is something else.
func (r *Registry) Recognise(name string, data []byte) Guess {
	file := sniff.NewSample(data)
	var found Codec
	sure := sniff.Perhaps
	for _, c := range r.codecs {
		if is := certainty(c, name, file); is > sure {
			found, sure = c, is
		}
	}
	if sure == sniff.Certain {
		return Guess{Codec: found}
	}
	other := file.Look(name)
	if other.Kind != sniff.Text && other.Certainty > sure {
		found = nil
	}
	return Guess{found, other.Kind}
}

// certainty is how sure a codec is of a file, when the name is looked at, too.
func certainty(c Codec, name string, file *sniff.Sample) sniff.Certainty {
	sure := c.Sure(file)
	if sure == sniff.Perhaps && slices.Contains(c.About().Endings, ending(name)) {
		return sniff.Likely
	}
	return sure
}

func ending(name string) string {
	return strings.ToLower(name[strings.LastIndexByte(name, '.')+1:])
}
