// Command load drives an admission webhook the way kube-apiserver does and measures it.
//
//	load drive   sends reviews at a rate or at full speed and checks every answer
//	load first   starts a server and times its first right answer
//	load targets creates the Deployments that those autoscalers scale
//	load api     creates and updates autoscalers through a real kube-apiserver
//	load certs   writes a throw-away CA and server certificate
//	load table   compares the recorded runs of several servers
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"net/url"
	"os"
	"strings"
	"time"
)

// record is one line of a results file.
type record struct {
	Target, Run string
	outcome
}

func main() {
	commands := map[string]func([]string) error{
		"drive": driveCommand, "first": firstCommand, "targets": targetsCommand, "api": apiCommand, "certs": certsCommand, "table": tableCommand,
	}
	if len(os.Args) < 2 || commands[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "usage: load drive|first|targets|api|certs|table [flags]   (-h lists the flags)")
		os.Exit(2)
	}
	if err := commands[os.Args[1]](os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, "load:", err)
		os.Exit(1)
	}
}

// serverFlags are the flags that say where the server is and what it should answer.
type serverFlags struct {
	*flag.FlagSet
	url, ca, mix      *string
	insecure, any     *bool
	target, run, file *string
	options           reviewOptions
}

func newServerFlags(name string) *serverFlags {
	f := &serverFlags{FlagSet: flag.NewFlagSet(name, flag.ExitOnError)}
	f.url = f.String("url", "https://127.0.0.1:8443", "base URL")
	f.ca = f.String("ca", "", "CA certificate file")
	f.insecure = f.Bool("insecure", false, "do not verify the server certificate")
	f.any = f.Bool("any", false, "the server applies no rules: check only that the uid is echoed")
	f.mix = f.String("mix", "hpa,deployment,violating,hpa,deployment", "bodies to send in turn")
	f.target = f.String("target", "subject", "name of the server in the results")
	f.run = f.String("run", "drive", "name of the run in the results")
	f.file = f.String("append", "", "results file (JSON lines) to append to")
	f.StringVar(&f.options.validatePath, "validate", "/validate", "path for autoscalers")
	f.StringVar(&f.options.mutPath, "mutate", "/mutate", "path for Deployments")
	f.StringVar(&f.options.label, "label", "hpa-steward.dev/service-type", "label that carries the service type")
	f.StringVar(&f.options.serviceType, "service-type", "livekit-egress", "service type of the objects sent")
	return f
}

func (f *serverFlags) plan() (plan, error) {
	base, err := url.Parse(*f.url)
	if err != nil {
		return plan{}, err
	}
	config, err := tlsConfig(base.Hostname(), *f.ca, *f.insecure)
	if err != nil {
		return plan{}, err
	}
	p := plan{base: base, config: config, rules: !*f.any}
	known := newReviews(f.options)
	for name := range strings.SplitSeq(*f.mix, ",") {
		r, ok := known[name]
		if !ok {
			return plan{}, fmt.Errorf("unknown body %q: hpa, violating or deployment", name)
		}
		p.reviews = append(p.reviews, r)
	}
	return p, nil
}

func (f *serverFlags) save(o outcome) error {
	return appendRecord(*f.file, record{*f.target, *f.run, o})
}

func appendRecord(file string, r record) error {
	if file == "" {
		return nil
	}
	out, err := os.OpenFile(file, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	defer out.Close()
	return json.NewEncoder(out).Encode(r)
}

func driveCommand(args []string) error {
	f := newServerFlags("drive")
	connections := f.Int("connections", 16, "connections")
	rate := f.Float64("rate", 0, "reviews a second (open loop); 0: as fast as the answers come")
	duration := f.Duration("duration", 10*time.Second, "how long to measure")
	warmup := f.Duration("warmup", 0, "how long to send at full speed before measuring")
	pid := f.Int("pid", 0, "the server's process, for its CPU time and memory")
	_ = f.Parse(args)
	p, err := f.plan()
	if err != nil {
		return err
	}
	p.connections = *connections
	if *warmup > 0 {
		p.duration = *warmup
		drive(p)
	}
	p.duration, p.rate = *duration, *rate
	o := watched(p, *pid)
	fmt.Printf("%-8s %-6s %7d reviews %8.0f/s  p50 %.2f p90 %.2f p99 %.2f p99.9 %.2f max %.1f ms  %d errors %d refused  cpu %.2f s  %.0f reviews/core-s  rss %.0f -> %.0f (peak %.0f) MiB\n",
		*f.target, *f.run, o.Requests, o.Throughput, o.P50, o.P90, o.P99, o.P999, o.Max, o.Errors, o.Refused,
		o.ServerCPU, o.ReviewsPerCoreSecond, o.RSSBefore, o.RSSAfter, o.RSSPeak)
	if err := f.save(o); err != nil {
		return err
	}
	if o.Errors > 0 {
		return fmt.Errorf("%d wrong answers or failures, one of them: %s", o.Errors, o.FirstError)
	}
	return nil
}
