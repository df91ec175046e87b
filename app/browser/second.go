package browser

import (
	"errors"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// SecondPort is the way to the second program.
type SecondPort struct{ port app.Value }

// StartSecond starts the second program, fetching it where it is not there yet, and
// says whether it runs beside the page, on the page's own thread, because no worker
// can be started. It calls receive with everything that comes back and ended once
// when the program has ended; neither may block.
func StartSecond(receive func(frame []byte), ended func(why error)) (port *SecondPort, beside bool, err error) {
	onReceive := callback(func(array app.Value) {
		frame := make([]byte, array.Length())
		app.CopyBytesToGo(frame, array)
		receive(frame)
	})
	onEnd := callback(func(reason app.Value) { ended(errors.New(text(reason))) })
	started, err := call(app.Window(), "spanwiseSecond", onReceive, onEnd)
	if err != nil {
		onReceive.Release()
		onEnd.Release()
		return nil, false, sentence(err)
	}
	return &SecondPort{started}, started.Get("beside").Bool(), nil
}

// Post sends a frame, with pauses where it is large.
func (p *SecondPort) Post(frame []byte) { p.port.Call("post", newBytes(frame)) }

// sentence is an error that our own script threw, without the name of its type.
func sentence(err error) error {
	var thrown *Exception
	if errors.As(err, &thrown) && thrown.Name == "Error" {
		return errors.New(thrown.Message)
	}
	return err
}
