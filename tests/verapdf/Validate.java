/*
 * Validates each PDF named on the command line against PDF/UA-1 and PDF/A-2a with the veraPDF
 * library, all in one JVM, because starting a JVM costs more than validating a page.  Before a file
 * may stand the one profile that it is asked about: "ua1:FILE", "2a:FILE".
 *
 * The script `verapdf` beside this file runs it straight from its source. The exit codes are ones
 * that neither the JVM nor its source launcher uses itself (a compile error, a missing class and an
 * uncaught exception all end in 1), so the script can tell a verdict from an accident.
 */
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.validators.ValidatorConfig;
import org.verapdf.pdfa.validation.validators.ValidatorConfigBuilder;
import org.verapdf.processor.reports.enums.JobEndStatus;

final class Validate {
    private static final int ALL_PASS = 10;
    private static final int SOME_FAIL = 11;
    private static final int NO_VERDICT = 12;

    /** veraPDF's names for the two profiles, which are also the ones printed. */
    private static final List<String> PROFILES = List.of("ua1", "2a");
    /** Those that can be asked for. */
    private static final List<String> KNOWN = List.of("ua1", "2a", "3a");

    private static final int MAX_TEXT = 300;
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** The file and profile being worked on, for messages. */
    private static String current = "verapdf";

    public static void main(String[] files) {
        int exit = NO_VERDICT;
        try {
            logToStderr();
            VeraGreenfieldFoundryProvider.initialise();
            exit = validateAll(files) ? ALL_PASS : SOME_FAIL;
        } catch (Throwable e) {
            // Errors such as a lack of memory or a missing class say nothing about the PDF.
            System.err.println(current + ": no verdict: " + e);
        }
        // A verdict that could not be written (full disk, closed pipe) must not count as given.
        if (System.out.checkError()) {
            exit = NO_VERDICT;
        }
        System.exit(exit);
    }

    private static boolean validateAll(String[] files) {
        boolean pass = true;
        for (String argument : files) {
            List<String> profiles = KNOWN.stream()
                .filter(profile -> argument.startsWith(profile + ":")).toList();
            String file = profiles.isEmpty() ? argument
                : argument.substring(profiles.get(0).length() + 1);
            for (String profile : profiles.isEmpty() ? PROFILES : profiles) {
                current = file + " " + profile;
                List<String> faults = faults(new File(file), PDFAFlavour.fromString(profile));
                System.out.println(current + (faults.isEmpty() ? " PASS" : " FAIL"));
                faults.forEach(System.out::println);
                pass &= faults.isEmpty();
            }
        }
        return pass;
    }

    /** What is wrong with the file, as indented lines; empty when it conforms. */
    private static List<String> faults(File file, PDFAFlavour flavour) {
        if (!file.isFile() || !file.canRead()) {
            return List.of("  not a readable file");
        }
        ValidatorConfig config = ValidatorConfigBuilder.defaultBuilder()
            .flavour(flavour).showErrorMessages(true).maxNumberOfDisplayedFailedChecks(1).build();
        // Parsed anew for each profile: the model that veraPDF builds depends on the profile.
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(config)) {
            return faults(validator.validate(parser));
        } catch (EncryptedPdfException e) {
            return List.of("  encrypted");
        } catch (VeraPDFException | IOException | RuntimeException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return List.of("  cannot be validated: " + shorten(cause.toString()));
        }
    }

    private static List<String> faults(ValidationResult result) {
        // With one displayed check per rule, each assertion stands for one failed rule.
        List<TestAssertion> failed = new ArrayList<>(result.getTestAssertions());
        failed.sort(Comparator.comparing(a -> sortKey(a.getRuleId())));
        List<String> lines = new ArrayList<>();
        for (TestAssertion first : failed) {
            RuleId rule = first.getRuleId();
            lines.add("  " + rule.getClause() + " test " + rule.getTestNumber() + ", "
                + result.getFailedChecks().get(rule) + " failed: " + shorten(first.getMessage()));
            lines.add("    first: " + shorten(first.getErrorMessage()));
            lines.add("    at: " + first.getLocation().getContext());
        }
        // No failed rule is not yet a pass: the run must have ended and checked something.
        boolean finished = result.getJobEndStatus() == JobEndStatus.NORMAL
            && result.getTotalAssertions() > 0 && result.isCompliant();
        if (lines.isEmpty() && !finished) {
            lines.add("  validation did not finish: status " + result.getJobEndStatus()
                + " after " + result.getTotalAssertions() + " checks");
        }
        return lines;
    }

    /** Puts clause 7.2 before 7.18; veraPDF itself hands the rules over in no lasting order. */
    private static String sortKey(RuleId rule) {
        return NUMBER.matcher(rule.getClause() + "-" + rule.getTestNumber())
            .replaceAll(m -> String.format("%06d", Integer.parseInt(m.group())));
    }

    private static String shorten(String text) {
        String line = String.valueOf(text).replaceAll("\\s+", " ").trim();
        return line.length() <= MAX_TEXT ? line : line.substring(0, MAX_TEXT) + "...";
    }

    /** Java's own log lines come in pairs with a date and name no file; ours name the file. */
    private static void logToStderr() {
        LogManager.getLogManager().reset();
        Logger.getLogger("").addHandler(new Handler() {
            @Override
            public void publish(LogRecord record) {
                System.err.println(current + ": " + record.getLevel() + ": "
                    + shorten(record.getMessage()));
            }

            @Override
            public void flush() {
            }

            @Override
            public void close() {
            }
        });
    }
}
