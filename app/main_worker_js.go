//go:build worker

package main

import (
	"spanwise/app/worker"
	"spanwise/app/worker/program"
)

// start does what the page asks for.
func start() { worker.Run(program.Registry(program.DecodeText)) }
