// Package format is what the program knows of files with annotations: what a codec of a format can be asked, the registry
// that finds the codec for a file, and the words in which both tell what a file does not hold or what was done to it.
//
// The package knows no format. Each has a package of its own below this one, and a program lists those that it has in one
// place. What is read and what is lost is told as messages with places, never as prose that is already put together.
package format

import (
	"spanwise/annotations"
	"spanwise/corpus/ingest/sniff"
)

// Codec reads and writes one format.
//
// A format of several files, such as one for the text and one for the spans, is one ZIP to a codec. Long work goes at a
// pace, which watches it, pauses it and calls it off with an error.
type Codec interface {
	// About says what is known of the format before any file is seen.
	About() About
	// Sure is how sure the codec is that a file is its own. It looks at no more than it has to, since every file is shown to
	// every codec. Perhaps is enough where the file's name ends as those of the format do.
	Sure(file *sniff.Sample) sniff.Certainty
	// Read reads a file, or refuses it with an error that says what and where. One that is whole but does not fit together
	// is a *BrokenError, if the codec can do something about it, or a *MisfitError, if another codec of the format can.
	Read(data []byte, options Options, pace annotations.Pace) (Reading, error)
	// Losses says what Write would leave out of a project.
	Losses(p *annotations.Project, pace annotations.Pace) ([]Loss, error)
	// Write gives a project as a file; equal projects give equal bytes.
	Write(p *annotations.Project, pace annotations.Pace) ([]byte, error)
}

// About is what is known of a format.
type About struct {
	ID        string   // by which settings and commands name it, for good: "spanwise"
	Name      string   // by which people know it, as a sentence has it: "a Spanwise project"
	Endings   []string // of its files' names, without the dot; that of a file that is written comes first
	MediaType string   // of a file that is written
	Unit      Unit     // what its offsets count
}

// Options are what a person has chosen about the reading of a file.
type Options struct {
	Repair bool // a file that is whole but does not fit together is made to, and each repair told
}

// Reading is what was read.
type Reading struct {
	Project *annotations.Project
	Notes   []Note // what was altered or guessed
}

// Loss is one kind of thing in a project that a file does not hold.
type Loss struct {
	What   annotations.Message
	Count  int     // of the things
	Places []Place // of the first of them
}
