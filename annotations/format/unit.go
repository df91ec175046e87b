package format

import (
	"fmt"

	"spanwise/corpus"
)

// Unit is what a format counts offsets in, as sentences name it.
type Unit string

// The units. In memory, and so in the model, an offset is one of bytes of UTF-8.
const (
	Bytes      Unit = "bytes"
	CodePoints Unit = "code points"
	UTF16      Unit = "UTF-16 code units"
)

// ToByte converts an offset that was counted in this unit. One that is outside the text, or within a character, is an error.
func (u Unit) ToByte(m *corpus.Mapper, offset int) (int, error) {
	switch u {
	case Bytes:
		return offset, nil
	case CodePoints:
		return m.CodePointToByte(offset)
	case UTF16:
		return m.UTF16ToByte(offset)
	}
	return 0, fmt.Errorf("nobody counts in %q", string(u))
}
