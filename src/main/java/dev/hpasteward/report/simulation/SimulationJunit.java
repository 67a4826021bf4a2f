package dev.hpasteward.report.simulation;

import dev.hpasteward.experiment.SimulatedRun;
import dev.hpasteward.report.XmlText;
import dev.hpasteward.simulation.promise.Outcome;
import dev.hpasteward.simulation.promise.PromiseVerdict;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit's XML: a suite for each run, a case for each promise. What can't be kept, or was not put to
 * the test, is skipped with its reason.
 */
public final class SimulationJunit implements SimulationReport {

  @Override
  public void write(Simulated simulated, Appendable out) throws IOException {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuites");
      xml.writeAttribute("name", "hpa-steward simulate");
      for (SimulatedRun run : simulated.runs()) {
        suite(run, xml);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    out.append(text.toString()).append('\n');
  }

  private static void suite(SimulatedRun run, XMLStreamWriter xml) throws XMLStreamException {
    String name = RunTitle.of(run.scenario()) + ", " + run.candidate().name();
    List<PromiseVerdict> verdicts = run.summary().promises();
    long skipped =
        run.summary().count(Outcome.CAN_NOT_BE_KEPT) + run.summary().count(Outcome.NOT_TESTED);
    xml.writeStartElement("testsuite");
    attribute("name", name, xml);
    attribute("tests", String.valueOf(verdicts.size()), xml);
    attribute("failures", String.valueOf(run.summary().count(Outcome.BROKEN)), xml);
    attribute("errors", "0", xml);
    attribute("skipped", String.valueOf(skipped), xml);
    attribute("time", "0", xml);
    for (PromiseVerdict verdict : verdicts) {
      testCase(name, verdict, xml);
    }
    xml.writeEndElement();
  }

  private static void testCase(String suite, PromiseVerdict verdict, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute("classname", suite, xml);
    attribute("name", verdict.promise().title(), xml);
    attribute("time", "0", xml);
    switch (verdict.outcome()) {
      case BROKEN -> {
        xml.writeStartElement("failure");
        attribute("message", verdict.sentence(), xml);
        attribute("type", verdict.promise().id(), xml);
        characters(String.join("\n", verdict.notes()), xml);
        xml.writeEndElement();
      }
      case CAN_NOT_BE_KEPT -> skipped("can't be kept: " + verdict.sentence(), xml);
      case NOT_TESTED -> skipped("not tested: " + verdict.sentence(), xml);
      case KEPT -> {
        xml.writeStartElement("system-out");
        characters(verdict.sentence(), xml);
        xml.writeEndElement();
      }
    }
    xml.writeEndElement();
  }

  private static void skipped(String reason, XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("skipped");
    characters(reason, xml);
    xml.writeEndElement();
  }

  private static void attribute(String name, String value, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeAttribute(name, XmlText.of(value));
  }

  private static void characters(String text, XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters(XmlText.of(text));
  }
}
