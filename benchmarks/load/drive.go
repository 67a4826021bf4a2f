package main

import (
	"crypto/tls"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// plan is one run: which reviews, over how many connections, how fast, how long.
type plan struct {
	base        *url.URL
	config      *tls.Config
	reviews     []review // sent in turn
	connections int
	rate        float64 // reviews a second; 0: each connection sends as soon as it has its answer
	duration    time.Duration
	rules       bool
}

// outcome is what a run measured. Latencies are in milliseconds.
type outcome struct {
	Requests, Errors                int
	FirstError                      string `json:",omitempty"`
	Dials                           int
	Seconds, Throughput             float64
	P50, P90, P99, P999, Max        float64
	ServerCPU, ReviewsPerCoreSecond float64
	RSSBefore, RSSAfter, RSSPeak    float64
	Refused                         int     // answered with 503: too many at once
	RefusedP50, RefusedP99          float64 // refusals, from their sending
	RefusedMax, AnsweredMax         float64 // slowest refusal and slowest answer, from their sending
	KubeAPIServerCPU                float64 `json:",omitempty"`
}

// drive runs the plan. In an open loop a review's latency counts from when it was due, unless
// its connection was idle then and only this program's timer was late.
func drive(p plan) outcome {
	var next atomic.Int64
	start := time.Now()
	end := start.Add(p.duration)
	latencies, refusals := make([][]time.Duration, p.connections), make([][]time.Duration, p.connections)
	results := make([]outcome, p.connections)
	var workers sync.WaitGroup
	for w := range p.connections {
		workers.Go(func() {
			c := newConnection(p.base, p.config)
			defer c.close()
			into := make([]byte, 0, 16384)
			requests, bodyAt := make([][]byte, len(p.reviews)), make([]int, len(p.reviews))
			for i := range p.reviews {
				head := requestHead(&p.reviews[i], p.base.Host)
				bodyAt[i] = len(head)
				requests[i] = append(head, p.reviews[i].body...)
			}
			for {
				ticket := next.Add(1) - 1
				began := time.Now()
				if p.rate > 0 {
					due := start.Add(time.Duration(float64(ticket) / p.rate * float64(time.Second)))
					if due.After(end) {
						break
					}
					if wait := due.Sub(began); wait > 0 {
						time.Sleep(wait)
						began = time.Now()
					} else {
						began = due
					}
				} else if began.After(end) {
					break
				}
				which := int(ticket) % len(p.reviews)
				r, request := &p.reviews[which], requests[which]
				uid := r.stamp(request[bodyAt[which]:], uint64(start.UnixNano())+uint64(ticket))
				sent := time.Now()
				status, body, err := c.exchange(request, into)
				took, waited := time.Since(began), time.Since(sent)
				if err == nil && status == http.StatusServiceUnavailable {
					refusals[w] = append(refusals[w], waited)
					continue
				}
				problem := ""
				switch {
				case err != nil:
					problem = err.Error()
				case status != 200:
					problem = fmt.Sprintf("HTTP status %d: %.120s", status, body)
				default:
					problem = r.judge(body, uid, p.rules)
				}
				if problem != "" {
					results[w].Errors++
					results[w].FirstError = problem
					if err != nil && p.rate == 0 {
						time.Sleep(time.Millisecond)
					}
					continue
				}
				latencies[w] = append(latencies[w], took)
				results[w].AnsweredMax = max(results[w].AnsweredMax, float64(waited)/float64(time.Millisecond))
			}
			results[w].Dials = c.dials
		})
	}
	workers.Wait()
	elapsed := time.Since(start)
	total := outcome{Seconds: elapsed.Seconds()}
	var all, refused []time.Duration
	for w := range p.connections {
		all = append(all, latencies[w]...)
		refused = append(refused, refusals[w]...)
		total.Errors += results[w].Errors
		total.Dials += results[w].Dials
		total.AnsweredMax = max(total.AnsweredMax, results[w].AnsweredMax)
		if total.FirstError == "" {
			total.FirstError = results[w].FirstError
		}
	}
	total.Requests = len(all)
	total.Throughput = float64(len(all)) / elapsed.Seconds()
	total.P50, total.P90, total.P99, total.P999, total.Max = quantiles(all)
	total.Refused = len(refused)
	total.RefusedP50, _, total.RefusedP99, _, total.RefusedMax = quantiles(refused)
	return total
}

func quantiles(all []time.Duration) (p50, p90, p99, p999, most float64) {
	if len(all) == 0 {
		return
	}
	slices.Sort(all)
	at := func(q float64) float64 {
		i := min(int(q*float64(len(all))), len(all)-1)
		return float64(all[i]) / float64(time.Millisecond)
	}
	return at(0.5), at(0.9), at(0.99), at(0.999), at(1)
}
