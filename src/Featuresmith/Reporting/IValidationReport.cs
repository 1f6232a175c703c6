using Featuresmith.Validation;

namespace Featuresmith.Reporting;

/// <summary>One format of what validating found.</summary>
public interface IValidationReport
{
    /// <summary>Writes the whole report. Every format says the same findings.</summary>
    void Write(ValidationOutcome outcome);
}
