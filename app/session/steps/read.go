package steps

import (
	"context"
	"errors"

	"spanwise/annotations"
	"spanwise/annotations/format"
)

// Read reads a file with a codec if all in it fits, and else has it read by the steps: they can say what does not fit, and
// repair it.
func Read(ctx context.Context, s Steps, codec format.Codec, data []byte, options format.Options, pace annotations.Pace) (format.Reading, error) {
	if !options.Repair {
		read, err := codec.Read(data, options, pace)
		if misfit := new(format.MisfitError); !errors.As(err, &misfit) {
			return read, err
		}
		pace = pace.Part(1, 1)
	}
	return s.Read(ctx, codec.About().ID, data, options, pace)
}
