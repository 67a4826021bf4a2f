package dev.hpasteward.report;

import dev.hpasteward.check.Verdict;
import dev.hpasteward.source.Mistake;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit's XML: a suite for each file, a case for each object; what the call ends with 1 for is a
 * failure.
 */
public final class JunitReport implements Report {

  @Override
  public void write(Checked checked, Appendable out) throws IOException {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuites");
      xml.writeAttribute("name", "hpa-steward");
      Map<String, List<Verdict>> byFile =
          checked.verdicts().stream()
              .collect(
                  Collectors.groupingBy(
                      verdict -> verdict.manifest().place().source(),
                      LinkedHashMap::new,
                      Collectors.toList()));
      for (Map.Entry<String, List<Verdict>> file : byFile.entrySet()) {
        suite(file.getKey(), file.getValue(), checked, xml);
      }
      if (!checked.mistakes().isEmpty()) {
        unreadable(checked.mistakes(), xml);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    out.append(text.toString()).append('\n');
  }

  private static void suite(
      String file, List<Verdict> verdicts, Checked checked, XMLStreamWriter xml)
      throws XMLStreamException {
    long failures = verdicts.stream().filter(checked::isBad).count();
    start(file, verdicts.size(), failures, 0, xml);
    for (Verdict verdict : verdicts) {
      xml.writeStartElement("testcase");
      attribute("classname", file, xml);
      attribute(
          "name",
          verdict.manifest().kind() + " " + verdict.namespace() + "/" + verdict.name(),
          xml);
      xml.writeAttribute("time", "0");
      boolean denied = verdict.outcome() == Verdict.Outcome.DENIED;
      String remarks = String.join("\n", verdict.remarks());
      String others =
          findings(verdict, Level.WARNING)
              + findings(verdict, Level.NOTE)
              + (remarks.isEmpty() ? "" : remarks + "\n");
      if (checked.isBad(verdict)) {
        String text = denied ? findings(verdict, Level.ERROR) : others;
        xml.writeStartElement("failure");
        attribute(
            "message", (denied ? verdict.message() : text).lines().findFirst().orElse(""), xml);
        xml.writeAttribute("type", denied ? "denied" : "warned");
        characters(text, xml);
        xml.writeEndElement();
      }
      String rest = checked.isBad(verdict) && !denied ? "" : others;
      if (!rest.isEmpty()) {
        xml.writeStartElement("system-out");
        characters(rest, xml);
        xml.writeEndElement();
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void unreadable(List<Mistake> mistakes, XMLStreamWriter xml)
      throws XMLStreamException {
    start("unreadable", mistakes.size(), 0, mistakes.size(), xml);
    for (Mistake mistake : mistakes) {
      xml.writeStartElement("testcase");
      attribute("classname", mistake.source(), xml);
      attribute("name", mistake.source() + ":" + mistake.line(), xml);
      xml.writeAttribute("time", "0");
      xml.writeStartElement("error");
      attribute("message", mistake.toString(), xml);
      xml.writeAttribute("type", "unreadable");
      xml.writeEndElement();
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void start(String name, int tests, long failures, int errors, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeStartElement("testsuite");
    attribute("name", name, xml);
    attribute("tests", String.valueOf(tests), xml);
    attribute("failures", String.valueOf(failures), xml);
    attribute("errors", String.valueOf(errors), xml);
    attribute("skipped", "0", xml);
    attribute("time", "0", xml);
  }

  private static String findings(Verdict verdict, Level level) {
    return verdict.findings().stream()
        .filter(placed -> Level.of(placed.finding()) == level)
        .map(
            placed ->
                "%s: %s\n"
                    .formatted(
                        FindingText.place(verdict, placed), FindingText.whole(placed.finding())))
        .collect(Collectors.joining());
  }

  private static void attribute(String name, String value, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeAttribute(name, XmlText.of(value));
  }

  private static void characters(String text, XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters(XmlText.of(text));
  }
}
