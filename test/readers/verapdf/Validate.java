import java.io.File;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Holds each file against PDF/A-2a and PDF/UA-1: one line a standard, then each rule that is broken. */
public class Validate {
  public static void main(String[] files) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    for (String file : files)
      for (PDFAFlavour standard : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) validate(file, standard);
  }

  private static void validate(String file, PDFAFlavour standard) throws Exception {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), standard)) {
      ValidationResult result = Foundries.defaultInstance().createValidator(standard, false).validate(parser);
      System.out.println(standard + " " + (result.isCompliant() ? "holds" : "broken") + " " + result.getTotalAssertions());
      for (TestAssertion assertion : result.getTestAssertions())
        if (assertion.getStatus() == TestAssertion.Status.FAILED)
          System.out.println("  " + assertion.getRuleId() + " " + assertion.getMessage());
    }
  }
}
