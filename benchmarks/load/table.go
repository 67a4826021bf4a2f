package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
)

// figure is one line of the table: a number taken from one kind of run.
type figure struct {
	title, run string
	of         func(outcome) float64
}

var figures = []figure{
	{"start to first right answer, ms", "start", func(o outcome) float64 { return o.P50 }},
	{"the first 100 reviews: p50, ms", "cold", func(o outcome) float64 { return o.P50 }},
	{"the first 100 reviews: slowest, ms", "cold", func(o outcome) float64 { return o.Max }},
	{"1 connection: p50, ms", "one", func(o outcome) float64 { return o.P50 }},
	{"1 connection: p99, ms", "one", func(o outcome) float64 { return o.P99 }},
	{"open loop: p50, ms", "paced", func(o outcome) float64 { return o.P50 }},
	{"open loop: p99, ms", "paced", func(o outcome) float64 { return o.P99 }},
	{"open loop: p99.9, ms", "paced", func(o outcome) float64 { return o.P999 }},
	{"open loop: reviews per core-second", "paced", func(o outcome) float64 { return o.ReviewsPerCoreSecond }},
	{"full speed: reviews per second", "full", func(o outcome) float64 { return o.Throughput }},
	{"full speed: p50, ms", "full", func(o outcome) float64 { return o.P50 }},
	{"full speed: p99, ms", "full", func(o outcome) float64 { return o.P99 }},
	{"full speed: reviews per core-second", "full", func(o outcome) float64 { return o.ReviewsPerCoreSecond }},
	{"RSS idle, MiB", "cold", func(o outcome) float64 { return o.RSSBefore }},
	{"RSS after load, MiB", "full", func(o outcome) float64 { return o.RSSAfter }},
	{"refused with 503", "", func(o outcome) float64 { return float64(o.Refused) }},
	{"errors", "", func(o outcome) float64 { return float64(o.Errors) }},
}

// tableCommand prints the median of each figure over the rounds, with the lowest and highest
// in brackets, and the median over the rounds of the first target's ratio to each other target:
// noise that lasts longer than a round cancels out of a ratio.
func tableCommand(args []string) error {
	f := flag.NewFlagSet("table", flag.ExitOnError)
	file := f.String("file", "", "results file (JSON lines)")
	added := f.Bool("added", false, "the file is of api runs with -beside: print what each policy engine adds")
	_ = f.Parse(args)
	records, err := readRecords(*file)
	if err != nil {
		return err
	}
	if *added {
		printAdded(records)
		return nil
	}
	var targets []string
	for _, r := range records {
		if !slices.Contains(targets, r.Target) {
			targets = append(targets, r.Target)
		}
	}
	if at := slices.Index(targets, "subject"); at > 0 {
		targets = slices.Insert(slices.Delete(targets, at, at+1), 0, "subject")
	}
	fmt.Printf("| figure | %s |", strings.Join(targets, " | "))
	for _, other := range targets[min(1, len(targets)):] {
		fmt.Printf(" %s / %s |", targets[0], other)
	}
	fmt.Println("\n|---" + strings.Repeat("|---", 2*len(targets)-1) + "|")
	for _, fig := range figures {
		fmt.Printf("| %s |", fig.title)
		values := make([][]float64, len(targets))
		for i, target := range targets {
			for _, r := range records {
				if r.Target == target && (fig.run == r.Run || fig.run == "") {
					values[i] = append(values[i], fig.of(r.outcome))
				}
			}
			if len(values[i]) == 0 {
				fmt.Print(" - |")
				continue
			}
			fmt.Printf(" %s (%s-%s) |", number(median(values[i])), number(slices.Min(values[i])), number(slices.Max(values[i])))
		}
		for i := 1; i < len(targets); i++ {
			var ratios []float64
			for round := range min(len(values[0]), len(values[i])) {
				if values[i][round] > 0 && values[0][round] > 0 {
					ratios = append(ratios, values[0][round]/values[i][round])
				}
			}
			if len(ratios) == 0 {
				fmt.Print(" - |")
			} else {
				fmt.Printf(" %.2f |", median(ratios))
			}
		}
		fmt.Println()
	}
	return nil
}

// printAdded compares each run with its twin that no policy judged.
func printAdded(records []record) {
	type key struct{ target, run string }
	values := map[key][]outcome{}
	var order []key
	for _, r := range records {
		k := key{r.Target, r.Run}
		if values[k] == nil && !strings.HasSuffix(r.Target, "-beside") {
			order = append(order, k)
		}
		values[k] = append(values[k], r.outcome)
	}
	fmt.Println("| engine | request@clients | p50 without | with | added | p99 without | with | added | webhook CPU ms | rounds |")
	fmt.Println("|---|---|---|---|---|---|---|---|---|---|")
	for _, k := range order {
		with, without := values[k], values[key{k.target + "-beside", k.run}]
		if len(without) != len(with) {
			continue
		}
		of := func(list []outcome, get func(outcome) float64) float64 {
			var v []float64
			for _, o := range list {
				v = append(v, get(o))
			}
			return median(v)
		}
		p50, p99 := func(o outcome) float64 { return o.P50 }, func(o outcome) float64 { return o.P99 }
		cpu := func(o outcome) float64 { return 1000 * o.ServerCPU / float64(max(o.Requests, 1)) }
		fmt.Printf("| %s | %s | %.2f | %.2f | **%.2f** | %.1f | %.1f | %.1f | %.2f | %d |\n", k.target, k.run,
			of(without, p50), of(with, p50), of(with, p50)-of(without, p50),
			of(without, p99), of(with, p99), of(with, p99)-of(without, p99), of(with, cpu), len(with))
	}
}

func readRecords(file string) ([]record, error) {
	in, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	var records []record
	for decoder := json.NewDecoder(in); ; {
		var r record
		if err := decoder.Decode(&r); errors.Is(err, io.EOF) {
			return records, nil
		} else if err != nil {
			return nil, err
		}
		records = append(records, r)
	}
}

func median(values []float64) float64 {
	values = slices.Sorted(slices.Values(values))
	return (values[(len(values)-1)/2] + values[len(values)/2]) / 2
}

func number(v float64) string {
	switch {
	case v >= 100 || v == float64(int(v)):
		return fmt.Sprintf("%.0f", v)
	case v >= 10:
		return fmt.Sprintf("%.1f", v)
	}
	return fmt.Sprintf("%.2f", v)
}
