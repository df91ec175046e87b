// Package worker is the second program: what is rare and heavy runs there, so
// that the first screen does not carry it and the page stays quick under the hand.
//
// The page asks through a [Client]: a [Request] goes out, an [Answer] comes back,
// with progress on the way. The second program answers through a [Registry] of
// kinds of work. The two share nothing but frames of bytes, whose Go types say
// themselves how they are written ([Encoder]) and read ([Decoder]): no reflection,
// which would cost more than the work that it saves.
//
// Where the frames go is the affair of a [Port]. In a browser that is a message
// port to a worker, or, where no worker can be started, to the second program on
// the page's own thread; in a native test it is a [Pipe].
//
// The package knows no work: what can be asked is in package jobs, and how it is
// done in package program, which the page does not import.
package worker
