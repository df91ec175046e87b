package jobs

import (
	"fmt"

	"spanwise/annotations"
	"spanwise/app/worker"
)

// What an argument of a message is.
const (
	textArgument = iota
	numberArgument
	countArgument
	messageArgument
)

// encodeMessage writes a message with its parts, so that the page can say it in its
// language. An argument that annotations.Say does not take is a mistake of the program.
func encodeMessage(e *worker.Encoder, m annotations.Message) {
	text, args := m.Parts()
	e.Text(text)
	e.Int(len(args))
	for _, arg := range args {
		switch a := arg.(type) {
		case string:
			e.Int(textArgument)
			e.Text(a)
		case int:
			e.Int(numberArgument)
			e.Int(a)
		case annotations.Count:
			e.Int(countArgument)
			e.Int(a.N)
			e.Text(a.Of)
		case annotations.Message:
			e.Int(messageArgument)
			encodeMessage(e, a)
		default:
			panic(fmt.Sprintf("jobs: the message %q has a %T", text, arg))
		}
	}
}

func readMessage(d *worker.Decoder) (m annotations.Message) {
	text := d.Text()
	args := make([]any, d.Count())
	for i := range args {
		switch d.Int() {
		case textArgument:
			args[i] = d.Text()
		case numberArgument:
			args[i] = d.Int()
		case countArgument:
			args[i] = annotations.Count{N: d.Int(), Of: d.Text()}
		default:
			args[i] = readMessage(d)
		}
	}
	if text == "" {
		return m
	}
	return annotations.Say(text, args...)
}

func encodeMessages(e *worker.Encoder, list []annotations.Message) {
	e.Int(len(list))
	for _, m := range list {
		encodeMessage(e, m)
	}
}

func readMessages(d *worker.Decoder) (list []annotations.Message) {
	for range d.Count() {
		list = append(list, readMessage(d))
	}
	return list
}
