package main

import (
	"math"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"strconv"
	"strings"

	"spanwise/app/e2e/chromium"
)

// Machine is what measured. Times of different machines say nothing of each
// other.
type Machine struct {
	CPU      string `json:"cpu"`
	Cores    int    `json:"cores"`
	MemoryGB int    `json:"memoryGB"`
	OS       string `json:"os"`
	Go       string `json:"go"`
	Browser  string `json:"browser"`
}

// same reports whether the times of two machines can be compared: whether it is
// the same hardware. Newer software is what one wants to compare.
func (m Machine) same(other Machine) bool {
	return m.CPU == other.CPU && m.Cores == other.Cores && m.MemoryGB == other.MemoryGB
}

// thisMachine describes the machine, as far as its system tells.
func thisMachine() Machine {
	m := Machine{Cores: runtime.NumCPU(), OS: runtime.GOOS + "/" + runtime.GOARCH, Go: runtime.Version()}
	if path, err := chromium.Find(); err == nil {
		m.Browser = said(path, "--version")
	}
	var memory string
	if runtime.GOOS == "darwin" {
		m.CPU = said("sysctl", "-n", "machdep.cpu.brand_string")
		memory = said("sysctl", "-n", "hw.memsize")
	} else {
		m.CPU = line("/proc/cpuinfo", `model name\s*: (.*)`)
		memory = line("/proc/meminfo", `MemTotal:\s*(\d+)`) + "000"
		m.OS += " " + line("/etc/os-release", `PRETTY_NAME="(.*)"`)
	}
	if bytes, err := strconv.ParseFloat(memory, 64); err == nil {
		m.MemoryGB = int(math.Round(bytes / 1e9))
	}
	return m
}

// said is what a command prints, "" if it fails.
func said(name string, args ...string) string {
	output, _ := exec.Command(name, args...).Output()
	return strings.TrimSpace(string(output))
}

// line is the group of the first match in a file, "" if there is none.
func line(path, pattern string) string {
	data, _ := os.ReadFile(path)
	if found := regexp.MustCompile(pattern).FindSubmatch(data); found != nil {
		return strings.TrimSpace(string(found[1]))
	}
	return ""
}
