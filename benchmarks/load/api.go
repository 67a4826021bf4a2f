package main

import (
	"bytes"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"net/url"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

const autoscalers = "/apis/autoscaling/v2/namespaces/%s/horizontalpodautoscalers"

// apiCommand creates, updates and deletes autoscalers through kube-apiserver, and tries to
// create ones that break the rules; it reports the latency of each verb for each number of clients.
// With -beside every other request is for an autoscaler without the label, which no policy judges:
// the difference of the two is what the policy adds, under the same noise. "filled" are the same with
// an autoscaler as the policy leaves it, in which nothing has to be filled in.
func apiCommand(args []string) error {
	f := flag.NewFlagSet("api", flag.ExitOnError)
	kubeconfig := f.String("kubeconfig", "", "admin kubeconfig")
	namespace := f.String("namespace", "media", "an existing namespace without autoscalers")
	clients := f.String("clients", "1,8,32", "numbers of clients to try")
	requests := f.Int("requests", 1000, "requests of each verb")
	open := f.Bool("open", false, "no policy is in force: autoscalers that break the rules are expected to pass")
	beside := f.Bool("beside", false, "alternate with autoscalers that no policy judges")
	pid := f.Int("pid", 0, "the webhook's process, for its CPU time and memory")
	apiserver := f.Int("apiserver-pid", 0, "kube-apiserver's process, for its CPU time")
	target := f.String("target", "subject", "name of the policy engine in the results")
	file := f.String("append", "", "results file (JSON lines) to append to")
	var options reviewOptions
	f.StringVar(&options.label, "label", "hpa-steward.dev/service-type", "label that carries the service type")
	f.StringVar(&options.serviceType, "service-type", "livekit-egress", "service type of the objects sent")
	_ = f.Parse(args)
	base, config, err := clusterAccess(*kubeconfig)
	if err != nil {
		return err
	}
	reviews := newReviews(options)
	good, bad := autoscalerIn(reviews["hpa"]), autoscalerIn(reviews["violating"])
	for text := range strings.SplitSeq(*clients, ",") {
		number, err := strconv.Atoi(text)
		if err != nil {
			return err
		}
		s := session{base: base, config: config, path: fmt.Sprintf(autoscalers, *namespace), requests: *requests, clients: number}
		denied := []int{403, 422, 400}
		if *open {
			denied = []int{201}
		}
		filled, err := s.admitted(good)
		if err != nil {
			return err
		}
		steps := []step{
			{"create", good, "POST", []int{201}, []int{201}},
			{"update", good, "PUT", []int{200}, []int{200}},
			{"delete", nil, "DELETE", []int{200}, []int{200}},
			{"create-filled", filled, "POST", []int{201}, []int{201}},
			{"update-filled", filled, "PUT", []int{200}, []int{200}},
			{"", nil, "DELETE", []int{200}, []int{200}},
			{"deny", bad, "POST", denied, []int{201}},
			{"", nil, "DELETE", []int{200, 404}, []int{200}},
		}
		for _, step := range steps {
			cpu, serverCPU := cpuSeconds(*pid), cpuSeconds(*apiserver)
			judged, plain := s.run(step, *beside, options.label)
			if step.name == "" {
				continue
			}
			judged.ServerCPU, judged.RSSAfter = cpuSeconds(*pid)-cpu, rss(*pid)
			judged.KubeAPIServerCPU = cpuSeconds(*apiserver) - serverCPU
			perRequest := 1000 / float64(judged.Requests+judged.Errors)
			records := []record{{*target, fmt.Sprintf("%s@%d", step.name, number), judged}}
			if *beside {
				records = append(records, record{*target + "-beside", records[0].Run, plain})
			}
			for _, r := range records {
				fmt.Printf("%-16s %-10s %6d ok %4d wrong %6.0f/s  p50 %.2f p90 %.2f p99 %.2f p99.9 %.2f max %.1f ms  %s\n", r.Target, r.Run,
					r.Requests, r.Errors, r.Throughput, r.P50, r.P90, r.P99, r.P999, r.Max, r.FirstError)
				if err := appendRecord(*file, r); err != nil {
					return err
				}
			}
			fmt.Printf("%16s cpu ms/request: webhook %.2f, kube-apiserver %.2f; webhook rss %.0f MiB\n", "",
				perRequest*judged.ServerCPU, perRequest*judged.KubeAPIServerCPU, judged.RSSAfter)
		}
	}
	return nil
}

type step struct {
	name              string
	object            []byte
	method            string
	right, rightPlain []int // status codes for an autoscaler that is judged, and for one that is not
}

type session struct {
	base              *url.URL
	config            *tls.Config
	path              string
	clients, requests int
}

const (
	namePlaceholder = "perf-000000"
	targetSuffix    = "-target"
)

// run sends the step's request once for each numbered autoscaler; with beside also for as many
// without the label, in turn.
func (s session) run(st step, beside bool, label string) (judged, plain outcome) {
	kinds := 1
	if beside {
		kinds = 2
	}
	plainObject := bytes.ReplaceAll(st.object, []byte(label), []byte("example.com/plain"))
	var next atomic.Int64
	var lock sync.Mutex
	var workers sync.WaitGroup
	var latencies [2][]time.Duration
	outcomes := [2]*outcome{&judged, &plain}
	start := time.Now()
	for range s.clients {
		workers.Go(func() {
			c := newConnection(s.base, s.config)
			defer c.close()
			for {
				number := int(next.Add(1) - 1)
				if number >= s.requests*kinds {
					return
				}
				kind := number % kinds
				name, object, right := fmt.Sprintf("perf-%06d", number), st.object, st.right
				if kind == 1 {
					object, right = plainObject, st.rightPlain
				}
				object = bytes.ReplaceAll(object, []byte(namePlaceholder), []byte(name))
				path := s.path
				if st.method != "POST" {
					path += "/" + name
				}
				request := apiRequest(st.method, path, s.base.Host, object)
				began := time.Now()
				status, body, err := c.exchange(request, nil)
				took := time.Since(began)
				lock.Lock()
				if slices.Contains(right, status) {
					latencies[kind] = append(latencies[kind], took)
				} else {
					outcomes[kind].Errors++
					outcomes[kind].FirstError = fmt.Sprintf("HTTP status %d %v %.300s", status, err, body)
				}
				lock.Unlock()
			}
		})
	}
	workers.Wait()
	seconds := time.Since(start).Seconds()
	for kind, o := range outcomes {
		o.Seconds, o.Requests, o.Throughput = seconds, len(latencies[kind]), float64(len(latencies[kind]))/seconds
		o.P50, o.P90, o.P99, o.P999, o.Max = quantiles(latencies[kind])
	}
	return judged, plain
}

// admitted is the object as the policy leaves it, by a dry run.
func (s session) admitted(object []byte) ([]byte, error) {
	c := newConnection(s.base, s.config)
	defer c.close()
	status, body, err := c.exchange(apiRequest("POST", s.path+"?dryRun=All", s.base.Host, object), nil)
	if err != nil || status != 201 {
		return nil, fmt.Errorf("dry run: HTTP status %d %v %.300s", status, err, body)
	}
	var whole map[string]any
	if err := json.Unmarshal(body, &whole); err != nil {
		return nil, err
	}
	metadata := whole["metadata"].(map[string]any)
	for _, set := range setByServer {
		delete(metadata, set)
	}
	delete(whole, "status")
	return encoded(whole), nil
}

func apiRequest(method, path, host string, object []byte) []byte {
	head := fmt.Appendf(nil, "%s %s HTTP/1.1\r\nHost: %s\r\nUser-Agent: load\r\nContent-Length: %d\r\nAccept: application/json\r\nContent-Type: application/json\r\n\r\n",
		method, path, host, len(object))
	return append(head, object...)
}

// autoscalerIn is the object of a review as a user would apply it, with a placeholder as its name.
func autoscalerIn(r review) []byte {
	object := objectIn(r)
	object["metadata"].(map[string]any)["name"] = namePlaceholder
	object["spec"].(map[string]any)["scaleTargetRef"].(map[string]any)["name"] = namePlaceholder + targetSuffix
	return encoded(object)
}

var setByServer = []string{"uid", "creationTimestamp", "managedFields", "namespace", "generation", "resourceVersion"}

// objectIn is the object of a review without what the API server adds.
func objectIn(r review) map[string]any {
	var whole struct {
		Request struct{ Object map[string]any }
	}
	if err := json.Unmarshal(r.body, &whole); err != nil {
		panic(err)
	}
	object := whole.Request.Object
	metadata := object["metadata"].(map[string]any)
	for _, set := range setByServer {
		delete(metadata, set)
	}
	delete(object, "status")
	delete(metadata["annotations"].(map[string]any), "kubectl.kubernetes.io/last-applied-configuration")
	return object
}

func encoded(object map[string]any) []byte {
	encoded, err := json.Marshal(object)
	if err != nil {
		panic(err)
	}
	return encoded
}

// clusterAccess reads the server and the client certificate out of a kubeconfig, by way of kubectl.
func clusterAccess(kubeconfig string) (*url.URL, *tls.Config, error) {
	out, err := exec.Command("kubectl", "--kubeconfig", kubeconfig, "config", "view", "--raw", "--minify", "-o", "json").Output()
	if err != nil {
		return nil, nil, fmt.Errorf("kubectl config view: %w", err)
	}
	var view struct {
		Clusters []struct {
			Cluster struct {
				Server string
				CA     []byte `json:"certificate-authority-data"`
			}
		}
		Users []struct {
			User struct {
				Certificate []byte `json:"client-certificate-data"`
				Key         []byte `json:"client-key-data"`
			}
		}
	}
	if err := json.Unmarshal(out, &view); err != nil {
		return nil, nil, err
	}
	if len(view.Clusters) != 1 || len(view.Users) != 1 {
		return nil, nil, errors.New("the kubeconfig's current context names no cluster and user")
	}
	base, err := url.Parse(view.Clusters[0].Cluster.Server)
	if err != nil {
		return nil, nil, err
	}
	pair, err := tls.X509KeyPair(view.Users[0].User.Certificate, view.Users[0].User.Key)
	if err != nil {
		return nil, nil, err
	}
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(view.Clusters[0].Cluster.CA)
	return base, &tls.Config{NextProtos: []string{"http/1.1"}, RootCAs: roots, Certificates: []tls.Certificate{pair}}, nil
}
