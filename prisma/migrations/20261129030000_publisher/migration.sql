-- CreateIndex
CREATE INDEX "AuditEntry_edition_idx" ON "AuditEntry"("subject") WHERE (subject ~~ 'edition:%'::text);
