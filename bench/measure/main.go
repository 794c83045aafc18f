// Command measure runs a command once and prints what the operating system charged for it, as one JSON line:
//
//	measure COMMAND [ARG...]
//
// CPU and wall are in milliseconds, memory is the peak resident set in KiB of the largest single process. The command's
// output is read and counted, since a reader that keeps up is part of a real run. Whatever exit code it has is reported.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"syscall"
	"time"
)

type counter struct{ bytes int64 }

func (c *counter) Write(p []byte) (int, error) {
	c.bytes += int64(len(p))
	return len(p), nil
}

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: measure COMMAND [ARG...]")
		os.Exit(2)
	}
	var out counter
	cmd := exec.Command(os.Args[1], os.Args[2:]...)
	cmd.Stdout = &out
	cmd.Stderr = io.Discard
	began := time.Now()
	err := cmd.Run()
	wall := time.Since(began)
	if cmd.ProcessState == nil {
		fmt.Fprintln(os.Stderr, "measure:", err)
		os.Exit(1)
	}
	usage := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	ms := func(t syscall.Timeval) float64 { return float64(t.Sec)*1000 + float64(t.Usec)/1000 }
	json.NewEncoder(os.Stdout).Encode(map[string]any{
		"cpu":    ms(usage.Utime) + ms(usage.Stime),
		"wall":   float64(wall.Microseconds()) / 1000,
		"memory": usage.Maxrss,
		"output": out.bytes,
		"exit":   cmd.ProcessState.ExitCode(),
	})
}
